/** How is a person forgotten? (R13) */
@NullMarked
package org.examledger.command.person;

import org.jspecify.annotations.NullMarked;
