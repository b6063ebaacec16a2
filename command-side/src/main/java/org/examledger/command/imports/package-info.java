/** How do questions that were written elsewhere come into a draft? */
@NullMarked
package org.examledger.command.imports;

import org.jspecify.annotations.NullMarked;
