/** What does the log itself say about a session, an exam, or what a person did? */
@NullMarked
package org.examledger.query.history;

import org.jspecify.annotations.NullMarked;
