/** Who would pass and who would fail if the key or the pass mark were another one? */
@NullMarked
package org.examledger.query.whatif;

import org.jspecify.annotations.NullMarked;
