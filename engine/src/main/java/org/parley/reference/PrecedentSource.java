package org.parley.reference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The source of counts of precedents: rows of a user's own copies, and figures in place of rows
/// that are not at hand.
///
/// @param agreements the rows of PA-X; null if figures stand for them
/// @param accords the rows of the Peace Accords Matrix; null if figures stand for them
/// @param figures the figures
/// @param figuresSha256 the SHA-256 of their text, in lower case
public record PrecedentSource(
    @Nullable List<PaxAgreement> agreements,
    @Nullable List<AccordYear> accords,
    ReferenceFigures figures,
    String figuresSha256) {

  /// The name of the figures, where editions have theirs.
  public static final String FIGURES = "figures";

  /// A file that counts rest on.
  ///
  /// @param name the edition, or [#FIGURES]
  /// @param sha256 its SHA-256, in lower case
  public record SourceFile(String name, String sha256) {

    static SourceFile of(Edition edition) {
      return new SourceFile(edition.key(), edition.sha256());
    }
  }

  public PrecedentSource {
    agreements = agreements == null ? null : List.copyOf(agreements);
    accords = accords == null ? null : List.copyOf(accords);
  }

  /// The files that counts from it rest on.
  public List<SourceFile> files() {
    List<SourceFile> files = new ArrayList<>();
    if (agreements != null) {
      files.add(SourceFile.of(Edition.PAX_9));
    }
    if (accords != null) {
      files.add(SourceFile.of(Edition.PAM_1_5));
    }
    if (agreements == null || accords == null) {
      files.add(new SourceFile(FIGURES, figuresSha256));
    }
    return files;
  }
}
