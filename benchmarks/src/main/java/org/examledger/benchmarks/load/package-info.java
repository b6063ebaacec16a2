/** How is a system put under load, and how is its latency taken? */
@NullMarked
package org.examledger.benchmarks.load;

import org.jspecify.annotations.NullMarked;
