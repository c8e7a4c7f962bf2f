// A confinement that the machine cannot give, and a system call that was forbidden: what the doctor says.

import Glibc

@testable import hoursd

let confinementRows = [
  Row("user namespaces work", { $0.confine() }, ""),
  Row(
    "user namespaces were switched off while it runs",
    {
      $0.confine()
      $0.hasUserNamespaces = false
    },
    """
    broken confinement: hoursd.service takes user namespaces, which are off here: it does not start again; without \
    confine.conf it does
    \(unconfined)
    """),
  Row(
    "there are none",
    {
      $0.confine()
      $0.hasUserNamespaces = false
      $0.end(.exited(status: 217))
    },
    """
    broken service: hoursd.service cannot be confined as confine.conf asks (217/USER): user namespaces are off here
    \(unconfined)
    """),
  Row(
    "a folder that it names is missing",
    {
      $0.confine()
      $0.end(.exited(status: 226))
    },
    """
    broken service: hoursd.service cannot be confined as confine.conf asks (226/NAMESPACE); \
    `journalctl --user -u hoursd` names the setting
    \(unconfined)
    """),
  Row(
    "the owner's own setting needs privileges",
    {
      $0.units.service.dropIns = [override]
      $0.end(.exited(status: 218))
    },
    """
    broken service: hoursd.service cannot be confined as \(override) asks (218/CAPABILITIES); \
    `journalctl --user -u hoursd` names the setting
    """),
  Row(
    "the owner's own user namespace",
    {
      $0.units.service.dropIns = [override]
      $0.units.service.isPrivate = true
      $0.hasUserNamespaces = false
    },
    """
    broken confinement: hoursd.service takes user namespaces, which are off here: it does not start again; \(override) \
    says so
    """),
  Row(
    "the owner's own filter kills it",
    {
      $0.units.service.dropIns = [override]
      $0.end(.killed(signal: SIGSYS))
    },
    """
    broken service: hoursd.service is killed for a system call that \(override) forbids (SIGSYS); take that out
    """),
  Row(
    "it ends for a reason of its own", { $0.end(.exited(status: 1)) },
    """
    broken service: hoursd.service ends as soon as it is started; `journalctl --user -u hoursd` says why
    $ systemctl --user reset-failed hoursd.socket hoursd && systemctl --user start hoursd.socket hoursd
    broken daemon: somebody listens at the socket, and says nothing within 5 seconds
    $ systemctl --user kill --signal=KILL hoursd && systemctl --user restart hoursd
    """),
]

private let copy = "/home/ann/.config/systemd/user/hoursd.service.d/confine.conf"
private let override = "/home/ann/.config/systemd/user/hoursd.service.d/override.conf"
private let unconfined = "$ rm \(copy) && systemctl --user daemon-reload && systemctl --user restart hoursd"

extension MachineFacts {
  /// Ann has switched it on.
  fileprivate mutating func confine() {
    units.service.dropIns = [copy]
    units.service.isPrivate = true
    hasUserNamespaces = true
  }

  /// Started again and again: systemd goes on listening, and nobody answers.
  fileprivate mutating func end(_ ending: Ending) {
    units.service.active = "activating"
    units.service.sub = "auto-restart"
    units.service.ended = ending
    daemon = .mute
  }
}
