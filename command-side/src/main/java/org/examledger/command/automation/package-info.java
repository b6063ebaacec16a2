/** What does the system do by itself, when nobody asks? */
@NullMarked
package org.examledger.command.automation;

import org.jspecify.annotations.NullMarked;
