/** How does everything that cannot be made again get into one file, and back? */
@NullMarked
package org.examledger.service.backup;

import org.jspecify.annotations.NullMarked;
