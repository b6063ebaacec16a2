/** What is measured, and how? */
@NullMarked
package org.examledger.benchmarks.measures;

import org.jspecify.annotations.NullMarked;
