package org.parley.genius;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.genius.file.XmlElement;
import org.parley.genius.file.XmlReader;
import org.parley.genius.utility.ImportedProblem;
import org.parley.genius.utility.ProfileNote;
import org.parley.genius.utility.Utility;
import org.parley.genius.utility.UtilityScale;

/// Reads a GENIUS domain with the profiles of the parties.
public final class GeniusFiles {

  private GeniusFiles() {}

  /// The problem of a domain and profiles.
  ///
  /// @param files one profile per party, each named after its file; and the domain, first or last.
  ///   Without a domain, the issues are those of the first profile
  /// @param digits the decimals to round utilities to; null for exact values
  public static ImportedProblem read(List<InputFile> files, @Nullable Integer digits)
      throws BadFileException {
    XmlElement domain = null;
    List<XmlElement> profiles = new ArrayList<>();
    for (InputFile file : files) {
      XmlElement root = XmlReader.read(file);
      switch (root.name()) {
        case "negotiation_template" -> {
          if (domain != null) {
            throw root.wrong(GeniusFault.Plain.SECOND_DOMAIN);
          }
          domain = root;
        }
        case "utility_space" -> profiles.add(root);
        default -> throw root.wrong(GeniusFault.Plain.NEITHER_DOMAIN_NOR_PROFILE);
      }
    }
    if (profiles.isEmpty()) {
      throw new BadFileException(
          domain == null ? "" : domain.file(), 0, GeniusFault.Plain.NO_PROFILE);
    }
    List<ProfileNote> notes = new ArrayList<>();
    GeniusDomain about = GeniusDomain.of(domain == null ? profiles.getFirst() : domain, notes);
    List<Utility> utilities = new ArrayList<>();
    for (XmlElement profile : profiles) {
      utilities.add(GeniusProfile.read(about, profile, notes));
    }
    return UtilityScale.of(about.points(), utilities, digits, notes);
  }
}
