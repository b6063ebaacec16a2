/** What is remembered about the log itself? */
@NullMarked
package org.examledger.events.log;

import org.jspecify.annotations.NullMarked;
