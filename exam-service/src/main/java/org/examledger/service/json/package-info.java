/** How do values read in JSON? */
@NullMarked
package org.examledger.service.json;

import org.jspecify.annotations.NullMarked;
