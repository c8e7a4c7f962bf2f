// What Swift needs of sqlite3: its header, and the one variadic function that Swift cannot call.
#include <sqlite3.h>

// Whether closing the last connection leaves the write-ahead log as it is (1) or moves it into the database (0).
static inline int hours_sqlite3_no_checkpoint_on_close(sqlite3 *db, int on) {
  return sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on, (int *)0);
}
