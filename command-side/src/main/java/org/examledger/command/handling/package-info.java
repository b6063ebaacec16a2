/** How does a command reach its aggregate, and when may its outcome be believed? */
@NullMarked
package org.examledger.command.handling;

import org.jspecify.annotations.NullMarked;
