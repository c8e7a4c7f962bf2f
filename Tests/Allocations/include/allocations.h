// How often a thread has asked for memory, for tests and benchmarks that say "no allocation".
#pragma once

// How many blocks the calling thread has asked for since it began.
long allocation_count(void);
