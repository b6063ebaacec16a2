/** What may happen? */
@NullMarked
package org.examledger.command;

import org.jspecify.annotations.NullMarked;
