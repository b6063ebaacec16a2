/** Where are the bytes of pictures? */
@NullMarked
package org.examledger.service.picture;

import org.jspecify.annotations.NullMarked;
