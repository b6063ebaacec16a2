/** What does the web stack give without doing anything? */
@NullMarked
package org.examledger.benchmarks.noop;

import org.jspecify.annotations.NullMarked;
