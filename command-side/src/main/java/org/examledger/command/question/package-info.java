/** How does a question arrive, and when is it complete? */
@NullMarked
package org.examledger.command.question;

import org.jspecify.annotations.NullMarked;
