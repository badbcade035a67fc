import ArgumentParser

@main
struct Growth: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "growth")
}
