/** What may happen to a locked exam, and who gets which paper? */
@NullMarked
package org.examledger.command.exam;

import org.jspecify.annotations.NullMarked;
