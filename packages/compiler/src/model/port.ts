import { z } from 'zod';

const portNumber = z.int().min(1, 'is not a port (1 to 65535)').max(65535, 'is not a port (1 to 65535)');

/** A port that a container listens on: its number, or its number and protocol. */
export const portSchema = z.union([
  portNumber,
  z.strictObject({ port: portNumber, protocol: z.enum(['TCP', 'UDP', 'SCTP']) }),
]);
/** A container port by name: at most 15 characters. Source: Kubernetes IANA_SVC_NAME. */
export const portsSchema = z.record(
  z
    .string()
    .max(15, 'is longer than the 15 characters of a port name')
    .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, 'is not a port name'),
  portSchema,
);
export type Port = z.input<typeof portSchema>;

export function portNumberOf(port: Port): number {
  return typeof port === 'number' ? port : port.port;
}

export function protocolOf(port: Port): 'TCP' | 'UDP' | 'SCTP' {
  return typeof port === 'number' ? 'TCP' : port.protocol;
}
