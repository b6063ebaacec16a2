/** What is in the drafts that HC is writing? */
@NullMarked
package org.examledger.query.drafts;

import org.jspecify.annotations.NullMarked;
