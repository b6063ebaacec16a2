/** How do facts reach the read models, and how far has each of them come? */
@NullMarked
package org.examledger.query.feed;

import org.jspecify.annotations.NullMarked;
