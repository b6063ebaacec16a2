/** Is the log still what it was, and how can anybody else see that? */
@NullMarked
package org.examledger.query.proof;

import org.jspecify.annotations.NullMarked;
