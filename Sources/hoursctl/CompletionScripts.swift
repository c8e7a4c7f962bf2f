// The scripts that complete this program's words, mended where the generated ones fall short.

import ArgumentParser

/// What this shell reads, or the one that runs; nil where the parser's own words do.
func completionScript(for name: String?) -> String? {
  switch name.map(CompletionShell.init(rawValue:)) ?? CompletionShell.autodetected() {
  case .bash?: Hoursctl.completionScript(for: .bash) + mendedBash
  // While that is off, zsh does not quote a `!` that it will read when the line is run.
  case .zsh?:
    Hoursctl.completionScript(for: .zsh).replacing("unsetopt aliases banghist", with: "unsetopt aliases")
  case .fish?: Hoursctl.completionScript(for: .fish) + mendedFish
  default: nil
  }
}

/// The generated one leaves it to the shell to quote what is chosen, as if it were the name of a file: then a client
/// `acme` becomes `acme/` where a folder is called so, and `$(…)` in a name is not always quoted.
private let mendedBash = #"""

  __hoursctl_add_completions() {
      # Bash quotes names of files; of them alone it knows how.
      [[ "${1}" = -W ]] || are_files=true
      local completion
      while IFS='' read -r completion; do
          COMPREPLY+=("${completion}")
      done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
  }

  _hoursctl_quoted() {
      local are_files=false
      _hoursctl "${@}"
      # It would stay, and put back the shell's options whenever a file is sourced.
      trap - RETURN
      "${are_files}" && return
      compopt +o filenames
      local index word
      for index in "${!COMPREPLY[@]}"; do
          word="${COMPREPLY[index]}"
          case "${COMP_WORDS[COMP_CWORD]}" in
          \'*) word="${word//\'/"'\\''"}" ;;
          \"*)
              word="${word//\\/\\\\}"
              word="${word//\"/\\\"}"
              word="${word//\$/\\\$}"
              word="${word//\`/\\\`}"
              ;;
          *) printf -v word %q "${word}" ;;
          esac
          COMPREPLY[index]="${word}"
      done
  }

  complete -o filenames -F _hoursctl_quoted hoursctl

  """#

/// The generated one reads the whole line anew for each option of each verb, which takes a second.
private let mendedFish = #"""

  functions -c __hoursctl_parse_tokens __hoursctl_parse_every_token
  function __hoursctl_parse_tokens -S
      if string match -rq '^hoursctl (?<hoursctl_verb>\S+)' -- $expected_commands
          contains -- $hoursctl_verb (commandline -pco); or return
      end
      __hoursctl_parse_every_token
  end

  """#
