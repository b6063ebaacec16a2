/** What may be said about the log itself? */
@NullMarked
package org.examledger.command.restores;

import org.jspecify.annotations.NullMarked;
