package org.parley.app;

import java.util.Map;
import org.parley.intake.Texts;
import org.parley.reading.Reader;
import org.parley.reading.endpoint.EndpointReader;
import org.parley.reading.endpoint.EndpointSettings;
import org.parley.reading.rules.RuleReader;
import org.parley.reading.source.Articles;

/// How texts are read, as the environment says.
final class ReadingSettings {

  private static final String LANGUAGE = "en";

  private ReadingSettings() {}

  /// A language model if the environment names one, else the rules.
  ///
  /// @throws IllegalArgumentException if the environment is invalid
  static Reader reader(Map<String, String> environment) {
    return EndpointSettings.of(environment)
        .<Reader>map(EndpointReader::new)
        .orElseGet(RuleReader::new);
  }

  /// For pages on this machine: addresses are fetched, as by `parley read`.
  ///
  /// @throws IllegalArgumentException if the environment is invalid
  static Texts onThisMachine(Map<String, String> environment) {
    Texts texts = forATeam(environment);
    return new Texts(
        texts.reader(), texts.leavesFor(), address -> Articles.ofAddress(address, LANGUAGE));
  }

  /// For a team server: addresses are not fetched, since users could reach its network through it
  /// (SSRF).
  ///
  /// @throws IllegalArgumentException if the environment is invalid
  static Texts forATeam(Map<String, String> environment) {
    return new Texts(
        reader(environment),
        EndpointSettings.of(environment).map(each -> each.address().toString()).orElse(null),
        null);
  }
}
