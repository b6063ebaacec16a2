/** Which picture is behind a hash, and who may see it? */
@NullMarked
package org.examledger.query.picture;

import org.jspecify.annotations.NullMarked;
