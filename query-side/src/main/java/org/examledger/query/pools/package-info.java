/** Which questions are in the pools? */
@NullMarked
package org.examledger.query.pools;

import org.jspecify.annotations.NullMarked;
