package org.parley.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.casefile.yaml.Node;
import org.parley.casefile.yaml.SourceText;
import org.parley.casefile.yaml.TextFault;
import org.parley.casefile.yaml.YamlReader;
import org.parley.model.checks.Spelling;
import org.parley.store.DatabaseAddress;
import org.parley.store.JournalUnavailableException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// A configuration file: the options of a command as keys of YAML, without their dashes.
///
/// ```yaml
/// database: /var/lib/parley/journal
/// port: 7171
/// name: [parley.example.org, parley.example.net]
/// open: true
/// ```
///
/// An option that may be given several times takes a list. Secrets are refused: every option for
/// one takes a file.
///
/// @param arguments the arguments of each option, by its name with dashes, in the order of the file
/// @param faults what is wrong with the file, in its order
public record Configuration(Map<String, List<String>> arguments, List<SettingFault> faults) {

  private static final long LONGEST = 256 * 1024;
  private static final Set<String> NO_SETTINGS = Set.of("config", "help", "version");
  private static final Set<String> SECRETS =
      Set.of(
          "database-password",
          "factor-key",
          "journal-key",
          "mail-password",
          "metrics-token",
          "oidc-client-secret",
          "webhook-secret");

  /// A fault of a file.
  ///
  /// @param line from 1; 0 for the file as a whole
  /// @param column from 1
  /// @param sentence what is wrong, and advice
  public record SettingFault(Path file, int line, int column, String sentence) {

    @Override
    public String toString() {
      return file + (line == 0 ? "" : ":" + line + ":" + column) + ": " + sentence;
    }
  }

  public Configuration {
    arguments =
        arguments.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    each -> List.copyOf(each.getValue()),
                    (first, _) -> first,
                    LinkedHashMap::new));
    faults = List.copyOf(faults);
  }

  /// Reads a file.
  ///
  /// @param known the command whose options are the keys
  /// @throws IOException if it cannot be read
  public static Configuration read(Path file, CommandSpec known) throws IOException {
    if (Files.size(file) > LONGEST) {
      return broken(file, "it has more than 256 KiB. Maybe name another file.");
    }
    try {
      SourceText source =
          new SourceText(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
      return new Reading(file, source, known).read();
    } catch (CharacterCodingException _) {
      return broken(file, "it is not UTF-8. Maybe save it as UTF-8.");
    }
  }

  /// Whether an option, by its name with dashes, can be set in a configuration.
  static boolean isSetting(String name, CommandSpec known) {
    return !NO_SETTINGS.contains(name.substring(2)) && known.findOption(name) != null;
  }

  private static Configuration broken(Path file, String sentence) {
    return new Configuration(Map.of(), List.of(new SettingFault(file, 0, 0, sentence)));
  }

  /// One reading of a file.
  private static final class Reading {

    private final Path file;
    private final SourceText source;
    private final CommandSpec known;
    private final Map<String, List<String>> arguments = new LinkedHashMap<>();
    private final List<SettingFault> faults = new ArrayList<>();

    private Reading(Path file, SourceText source, CommandSpec known) {
      this.file = file;
      this.source = source;
      this.known = known;
    }

    private Configuration read() {
      YamlReader.Result yaml = YamlReader.read(source);
      yaml.faults().forEach(this::fault);
      switch (yaml.root()) {
        case Node.Mapping mapping -> mapping.entries().forEach(this::setting);
        case Node.Scalar scalar when scalar.isEmpty() -> {}
        case null -> {}
        case Node other -> fault(other, "it holds no settings. Maybe write one a line: port: 7171");
      }
      faults.sort(
          Comparator.comparingInt(SettingFault::line).thenComparingInt(SettingFault::column));
      return new Configuration(arguments, faults);
    }

    private void setting(Node.Entry entry) {
      String key = entry.key().value();
      Optional<OptionSpec> option = option(key);
      if (SECRETS.contains(key)) {
        fault(
            entry.key(),
            "\""
                + key
                + "\" is a secret, which a configuration never holds. Maybe write it to a file that"
                + " its user alone can read, and set "
                + key
                + "-file.");
      } else if (option.isEmpty()) {
        unknown(entry.key());
      } else if (arguments.containsKey("--" + key)) {
        fault(entry.key(), "\"" + key + "\" is set twice. Maybe keep one.");
      } else {
        values(option.get(), entry);
      }
    }

    private Optional<OptionSpec> option(String key) {
      return isSetting("--" + key, known)
          ? Optional.of(known.findOption("--" + key))
          : Optional.empty();
    }

    private void unknown(Node.Scalar key) {
      List<String> keys =
          known.options().stream()
              .map(each -> each.longestName().substring(2))
              .filter(each -> isSetting("--" + each, known))
              .toList();
      String advice =
          Spelling.nearest(key.value(), keys)
              .orElse("one of those that parley serve --help lists, without dashes");
      fault(key, "there is no setting \"" + key.value() + "\". Maybe " + advice + ".");
    }

    private void values(OptionSpec option, Node.Entry entry) {
      List<Node> items =
          entry.value() instanceof Node.Sequence list ? list.items() : List.of(entry.value());
      if (items.size() > 1 && !option.isMultiValue()) {
        fault(entry.value(), "\"" + entry.key().value() + "\" takes one value. Maybe keep one.");
        return;
      }
      List<String> all = new ArrayList<>();
      for (Node item : items) {
        if (item instanceof Node.Scalar scalar && !scalar.isEmpty()) {
          value(option, scalar).ifPresent(all::add);
        } else if (!(item instanceof Node.Broken)) {
          fault(
              item,
              "\"" + entry.key().value() + "\" has no value. Maybe write one, or leave it out.");
        }
      }
      arguments.put(option.longestName(), all);
    }

    private Optional<String> value(OptionSpec option, Node.Scalar scalar) {
      String name = option.longestName();
      if (option.arity().max() == 0) {
        return flag(name, scalar);
      }
      if (name.equals("--database") && tellsPassword(scalar.value())) {
        fault(
            scalar,
            "the address holds a password, which a configuration never does. Maybe write it to a"
                + " file that its user alone can read, and set database-password-file.");
        return Optional.empty();
      }
      String argument = name + "=" + scalar.value();
      misread(option, argument)
          .ifPresent(each -> fault(scalar, each + ". Maybe see parley serve --help."));
      return Optional.of(argument);
    }

    private Optional<String> flag(String name, Node.Scalar scalar) {
      boolean isSet = scalar.value().equals("true");
      if (!isSet && !scalar.value().equals("false")) {
        fault(scalar, "\"" + scalar.value() + "\" is neither true nor false. Maybe true.");
      }
      return isSet ? Optional.of(name) : Optional.empty();
    }

    private static boolean tellsPassword(String address) {
      try {
        return DatabaseAddress.of(address).tellsPassword();
      } catch (JournalUnavailableException _) {
        // no address; the server says so
        return false;
      }
    }

    /// Why the option does not take an argument.
    private static Optional<String> misread(OptionSpec option, String argument) {
      CommandLine alone =
          new CommandLine(
              CommandSpec.create().addOption(OptionSpec.builder(option).required(false).build()));
      try {
        alone.parseArgs(argument);
        return Optional.empty();
      } catch (MissingParameterException _) {
        return Optional.empty();
      } catch (ParameterException e) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
    }

    private void fault(TextFault fault) {
      fault(fault.start(), fault.complaint().sentence());
    }

    private void fault(Node node, String sentence) {
      fault(node.start(), sentence);
    }

    private void fault(int at, String sentence) {
      faults.add(new SettingFault(file, source.line(at), source.column(at), sentence));
    }
  }
}
