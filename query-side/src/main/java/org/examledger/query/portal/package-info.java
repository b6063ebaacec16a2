/** What does the portal's page, which was there before us, read? */
@NullMarked
package org.examledger.query.portal;

import org.jspecify.annotations.NullMarked;
