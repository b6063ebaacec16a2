/** What does PostgreSQL give without us? */
@NullMarked
package org.examledger.benchmarks.raw;

import org.jspecify.annotations.NullMarked;
