/** On what is it measured: which processes, which database, which machine? */
@NullMarked
package org.examledger.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
