/** Which pictures may questions show, and where are their bytes kept? */
@NullMarked
package org.examledger.command.picture;

import org.jspecify.annotations.NullMarked;
