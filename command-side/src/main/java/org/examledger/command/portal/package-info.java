/** How does the portal's exam page, which was there before us, send its clicks? */
@NullMarked
package org.examledger.command.portal;

import org.jspecify.annotations.NullMarked;
