package org.parley.genius;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.parley.exact.Rational;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.XmlElement;
import org.parley.genius.utility.ProfileNote;
import org.parley.genius.utility.Utility;
import org.parley.genius.utility.UtilityBuilder;

/// Reads the profile of one party, of whichever kind.
final class GeniusProfile {

  private GeniusProfile() {}

  /// The utility function of the party.
  ///
  /// @param notes receives notes on ignored content
  static Utility read(GeniusDomain domain, XmlElement profile, List<ProfileNote> notes)
      throws BadFileException {
    UtilityBuilder utility = new UtilityBuilder(domain.points());
    String type = profile.findAttribute("type").orElse("linear").toLowerCase(Locale.ROOT);
    switch (type) {
      // NegMAS writes "any" for additive profiles.
      case "linear", "uncertain", "any" -> AdditiveProfile.read(domain, profile, utility, notes);
      case "nonlinear" -> RectangleProfile.read(domain, profile, utility);
      case "constraint" -> RuleProfile.read(domain, profile, utility, notes);
      default -> throw profile.wrong(new GeniusFault.UnknownProfileType(type));
    }
    if (type.equals("uncertain")) {
      notes.add(new ProfileNote.MarkedUncertain(profile.file()));
    }
    discount(profile, notes);
    return utility.build(party(profile.file()), profile.file(), reservation(profile), true);
  }

  /// The name of the file without its extension.
  private static String party(String file) {
    Path name = Path.of(file).getFileName();
    return String.valueOf(name).replaceFirst("\\.[xX][mM][lL]$", "");
  }

  /// The utility of no deal; 0 by default, as in GENIUS.
  private static Rational reservation(XmlElement profile) throws BadFileException {
    List<XmlElement> stated = named(profile, "reservation");
    return stated.isEmpty() ? Rational.ZERO : stated.getFirst().decimal("value");
  }

  /// Ignores discounting over time, with a note: only the undiscounted reservation counts.
  private static void discount(XmlElement profile, List<ProfileNote> notes)
      throws BadFileException {
    for (XmlElement stated : named(profile, "discount_factor")) {
      Rational factor = stated.decimal("value");
      if (factor.signum() > 0 && factor.compareTo(Rational.ONE) < 0) {
        notes.add(new ProfileNote.NotDiscounted(profile.file(), stated.attribute("value")));
      }
    }
  }

  private static List<XmlElement> named(XmlElement profile, String name) throws BadFileException {
    List<XmlElement> stated =
        profile.walk().filter(element -> element.name().equals(name)).toList();
    if (stated.size() > 1) {
      throw stated.get(1).wrong(GeniusFault.Plain.STATED_TWICE);
    }
    return stated;
  }
}
