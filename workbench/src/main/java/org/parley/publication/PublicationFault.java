package org.parley.publication;

import org.parley.model.Refusal;

/// The reason why a folder is no publication, or none can be written there.
public enum PublicationFault implements Refusal {
  /// There is no manifest.
  NO_MANIFEST,
  /// The manifest is not one of a publication, or names what may not stand in one.
  UNREADABLE_MANIFEST,
  /// The folder holds files of somebody else.
  FOLDER_HOLDS_SOMETHING_ELSE,
  /// The address is not one that pages can be published at.
  UNUSABLE_PUBLICATION_ADDRESS,
  /// A page that others lead to could not be made.
  PAGE_NOT_PUBLISHED
}
