/** Plants that have to stand inside the log's own room. */
@NullMarked
package org.examledger.store;

import org.jspecify.annotations.NullMarked;
