import { networkInterfaces } from 'node:os'

export interface LanAddress {
  readonly address: string
  /** What the system calls the way there, such as `en0`. */
  readonly name: string
}

/** Ways that lead to virtual machines and containers on this one: nobody else is there. */
const VIRTUAL =
  /^(?:docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|zt|cni)|vEthernet|VirtualBox|VMware/i

/** Addresses of this machine in networks that others may be in; those of virtual ones come last. */
export function lanAddresses(all = networkInterfaces()): readonly LanAddress[] {
  return Object.entries(all)
    .flatMap(([name, addresses = []]) =>
      addresses
        .filter(
          ({ family, internal, address }) =>
            family === 'IPv4' && !internal && !isSelfGiven(address),
        )
        .map(({ address }) => ({ address, name })),
    )
    .toSorted((a, b) => Number(VIRTUAL.test(a.name)) - Number(VIRTUAL.test(b.name)))
}

/** What a machine calls itself where no network gave it an address. */
function isSelfGiven(address: string): boolean {
  return address.startsWith('169.254.')
}
