package org.parley.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Completes the arguments of a command by its configuration. An option that is not among the
/// arguments is taken from the environment, else from the file.
///
/// In the environment `--tls-cert` is `PARLEY_TLS_CERT`; of an option that may be given several
/// times, the values are apart by spaces.
final class ConfiguredArguments {

  private static final String FILE = "PARLEY_CONFIG";

  /// A configuration with faults.
  static final class BadConfiguration extends Exception {
    private static final long serialVersionUID = 1;
    private final transient List<Configuration.SettingFault> faults;

    BadConfiguration(List<Configuration.SettingFault> faults) {
      super("a configuration with " + faults.size() + " faults");
      this.faults = List.copyOf(faults);
    }

    List<Configuration.SettingFault> faults() {
      return faults;
    }
  }

  private final Map<String, String> environment;
  private final Supplier<CommandSpec> known;

  /// @param known the command whose options are the settings
  ConfiguredArguments(Map<String, String> environment, Supplier<CommandSpec> known) {
    this.environment = Map.copyOf(environment);
    this.known = known;
  }

  /// The arguments, those of the configuration behind the name of the command.
  String[] of(String[] given, CommandSpec command) throws IOException, BadConfiguration {
    CommandSpec settings = known.get();
    String file = file(given);
    Configuration configuration =
        file == null
            ? new Configuration(Map.of(), List.of())
            : Configuration.read(Path.of(file), settings);
    if (!configuration.faults().isEmpty()) {
      throw new BadConfiguration(configuration.faults());
    }
    List<String> all = new ArrayList<>();
    for (OptionSpec option : command.options()) {
      String name = option.longestName();
      if (!Configuration.isSetting(name, settings) || isGiven(name, given)) {
        continue;
      }
      String set = environment.get(variable(name));
      all.addAll(
          set == null
              ? configuration.arguments().getOrDefault(name, List.of())
              : arguments(option, set));
    }
    all.addFirst(given[0]);
    all.addAll(Arrays.asList(given).subList(1, given.length));
    return all.toArray(String[]::new);
  }

  private @Nullable String file(String[] given) {
    for (int at = 1; at < given.length; at++) {
      if (given[at].startsWith(ConfigOption.NAME + "=")) {
        return given[at].substring(ConfigOption.NAME.length() + 1);
      }
      if (given[at].equals(ConfigOption.NAME) && at + 1 < given.length) {
        return given[at + 1];
      }
    }
    return environment.get(FILE);
  }

  private static boolean isGiven(String name, String[] given) {
    return Arrays.stream(given).anyMatch(each -> each.equals(name) || each.startsWith(name + "="));
  }

  /// The variable for an option: `PARLEY_TLS_CERT` for `--tls-cert`.
  static String variable(String option) {
    return "PARLEY_" + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static List<String> arguments(OptionSpec option, String set) {
    String name = option.longestName();
    if (option.arity().max() == 0) {
      return set.equals("true")
          ? List.of(name)
          : set.equals("false") ? List.of() : List.of(name + "=" + set);
    }
    return option.isMultiValue()
        ? Arrays.stream(set.strip().split("\\s+")).map(each -> name + "=" + each).toList()
        : List.of(name + "=" + set);
  }
}
