/** What does the log itself say about a session? */
@NullMarked
package org.examledger.query.history;

import org.jspecify.annotations.NullMarked;
