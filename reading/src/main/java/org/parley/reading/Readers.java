package org.parley.reading;

import java.util.Map;
import org.parley.reading.endpoint.EndpointReader;
import org.parley.reading.endpoint.EndpointSettings;
import org.parley.reading.rules.RuleReader;

/// Makes the reader that is set.
public final class Readers {

  private Readers() {}

  /// A language model if the environment names one, else the rules.
  ///
  /// @throws IllegalArgumentException where the environment says something that cannot be
  public static Reader of(Map<String, String> environment) {
    return EndpointSettings.of(environment)
        .<Reader>map(EndpointReader::new)
        .orElseGet(RuleReader::new);
  }
}
