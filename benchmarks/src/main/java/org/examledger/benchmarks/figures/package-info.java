/** How are numbers condensed and shown? */
@NullMarked
package org.examledger.benchmarks.figures;

import org.jspecify.annotations.NullMarked;
