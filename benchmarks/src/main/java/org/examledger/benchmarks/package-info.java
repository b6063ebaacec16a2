/** How fast is it, against which baselines, by which protocol? */
@NullMarked
package org.examledger.benchmarks;

import org.jspecify.annotations.NullMarked;
