/** What would most people build instead? */
@NullMarked
package org.examledger.benchmarks.crud;

import org.jspecify.annotations.NullMarked;
