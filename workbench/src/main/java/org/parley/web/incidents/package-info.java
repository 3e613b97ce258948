/// **How do incidents of a file get into a case?** A file is read in the background, and shown
/// before anything is written. The preview says who is meant by its names, what would be added, and
/// which duties would follow.
/// - [IncidentUploads] keeps the files that somebody sent, for them alone.
/// - [IncidentPreview] is what a file would add, by [ImportChoices]; [FiredDuties] what would
///   follow.
@NullMarked
package org.parley.web.incidents;

import org.jspecify.annotations.NullMarked;
