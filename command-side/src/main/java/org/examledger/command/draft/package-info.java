/** What may happen to an exam while it is being written? */
@NullMarked
package org.examledger.command.draft;

import org.jspecify.annotations.NullMarked;
