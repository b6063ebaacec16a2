/** How do our aggregates do on Axon's own storage engines? */
@NullMarked
package org.examledger.benchmarks.stock;

import org.jspecify.annotations.NullMarked;
